package headway.quality.bench;

import headway.testkit.Lab;
import headway.testkit.ListeningPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server of most rows: nginx with one worker on the core of the load. */
final class Nginx implements AutoCloseable {
    private final Process nginx;
    private final int port;

    Nginx(Path folder) throws IOException, InterruptedException {
        port = Lab.freePort();
        Path root = Files.createDirectories(folder.resolve("root"));
        for (Workload workload : Workload.values()) {
            if (workload.bytes > 0) {
                Files.write(root.resolve(workload.path), new byte[workload.bytes]);
            }
        }
        Path file = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, root));
        nginx = Command.on(Cores.LOAD, "nginx", "-p", folder.toString(), "-c", file.toString())
                .start(folder.resolve("nginx.out").toFile());
        for (int i = 0; i < 500 && !ListeningPorts.of(nginx.pid()).contains(port); i++) {
            if (!nginx.isAlive()) {
                throw new IOException("nginx: " + Files.readString(folder.resolve("nginx.out")));
            }
            Thread.sleep(10);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        Command.end(nginx);
    }

    private String configuration(Path folder, Path root) {
        return """
                daemon off;
                master_process off;
                worker_processes 1;
                worker_rlimit_nofile 20000;
                user root;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.err;
                events { worker_connections 18000; }
                http {
                  access_log off;
                  sendfile on;
                  tcp_nopush off;
                  keepalive_timeout 3600s;
                  keepalive_requests 1000000000;
                  client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s;
                  uwsgi_temp_path %1$s; scgi_temp_path %1$s;
                  open_file_cache max=10 inactive=3600s;
                  server {
                    listen 127.0.0.1:%2$d backlog=4096;
                    root %3$s;
                    location = /small { return 200 "%4$s"; }
                    location /typical/ { return 200 "%4$s"; }
                  }
                }
                """.formatted(folder, port, root, LoopBackend.SMALL_BODY.strip() + "\\n");
    }
}

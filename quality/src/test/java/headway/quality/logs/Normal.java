package headway.quality.logs;

import java.util.List;

/** Messages without what differs from run to run, times, ports, the number of the process; and without sizes, which follow from what else is added to a response. */
record Normal(long pid) {
    String text(String message) {
        return message.replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+\\+[0-9:]{5}", "ISO")
                .replaceAll("[A-Z][a-z]{2} [ 1-3][0-9] [0-9]{2}:[0-9]{2}:[0-9]{2}", "DATE")
                .replaceAll("[0-9]{2}/[A-Z][a-z]{2}/[0-9]{4}:[0-9:.]{12}", "TIME")
                .replaceAll("127\\.0\\.0\\.1:[0-9]{5} ", "CLIENT ")
                .replaceAll(" [0-9]+/[0-9]+/[0-9]+/[0-9]+/[0-9]+ 200", " TIMERS 200")
                .replaceAll(" 200 [0-9]+ ", " 200 BYTES ")
                .replaceAll("[0-9]{3} <166>", "LENGTH <166>")
                .replaceAll("\\b" + pid + "\\b", "PID");
    }

    List<String> lines(String text) {
        return text.lines().map(this::text).toList();
    }
}

package headway.wire.engine.socket;

import headway.base.memory.Buffers;
import headway.wire.engine.Acceptor;
import headway.wire.engine.Connection;
import headway.wire.engine.ConnectionHandler;
import headway.wire.engine.DatagramReceiver;
import headway.wire.engine.EngineSettings;
import headway.wire.engine.Listener;
import headway.wire.engine.Loop;
import headway.wire.engine.NetworkFailure;
import headway.wire.engine.Timer;
import headway.wire.engine.TimerWheel;
import headway.wire.engine.socket.SharedListener.Member;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The turn of a loop: wait, events, resumed connections, later tasks, messages, timers. An engine adds how to wait. */
public abstract class SocketLoop extends Loop {
    /** What one read takes at most, for a connection whose reads come back full. */
    public static final int LARGEST_READ = 256 << 10;

    /** Free in front of what is read, so that an edited head can be written before its body. */
    private static final int HEAD_ROOM = 4 << 10;

    private static final int MESSAGES_A_TURN = 1024;
    private static final int WAITS_A_TURN = 16;
    private static final VarHandle SLEEPING = handle("sleeping", boolean.class);
    private static final VarHandle COUNT = handle("count", int.class);

    protected final EngineSettings settings;
    private final int index;
    private final Consumer<Throwable> bugHook;
    private final Buffers buffers = new Buffers();
    private final TimerWheel wheel;
    private final Usage usage = new Usage();
    private final Runnable timers;
    private final ConcurrentLinkedQueue<Runnable> messages = new ConcurrentLinkedQueue<>();
    private final int hotAt = Buffers.reserve(HEAD_ROOM + LARGEST_READ) + HEAD_ROOM;
    private @Nullable Thread thread;

    private final Map<Integer, Accepting> accepting = new HashMap<>();
    private ArrayList<Runnable> tasks = new ArrayList<>();
    private ArrayList<Runnable> running = new ArrayList<>();
    private ArrayList<SocketConnection> ready = new ArrayList<>();
    private ArrayList<SocketConnection> attending = new ArrayList<>();
    private ArrayList<SocketConnection> nextTurn = new ArrayList<>();
    /** Those that wait for buffers to become free. */
    private final LinkedHashSet<SocketConnection> waiting = new LinkedHashSet<>();

    private volatile long bufferWaits;
    private long nanos = System.nanoTime();
    private long wallMillis = System.currentTimeMillis();
    private volatile long bugs;
    private volatile boolean stopping;

    @SuppressWarnings("unused") // by SLEEPING
    private volatile boolean sleeping;

    @SuppressWarnings("unused") // by COUNT
    private volatile int count;

    protected @Nullable NetworkFailure connectFailure;

    protected SocketLoop(int index, EngineSettings settings, Consumer<Throwable> bugHook) {
        this.index = index;
        this.settings = settings;
        this.bugHook = bugHook;
        wheel = new TimerWheel(nanos);
        timers = () -> wheel.advance(nanos);
    }

    /** Waits for events (-1: without end), calls {@link #woke} and handles the events. */
    protected abstract void waitForEvents(int millis);

    /** Ends a wait; any thread. */
    protected abstract void wake();

    /** Closes every connection and descriptor of this loop. */
    protected abstract void closeSockets();

    protected abstract Accepting accepting(SharedListener listener, Member member, int place);

    private void run() {
        while (!stopping) turn();
        runMessages();
        runTasks();
        for (var mine : List.copyOf(accepting.values())) suspend(mine.listener());
        closeSockets();
    }

    private void turn() {
        var millis = sleep();
        usage.waits();
        waitForEvents(millis);
        if (!nextTurn.isEmpty()) {
            ready.addAll(nextTurn);
            nextTurn.clear();
        }
        attendReady();
        runTasks();
        runMessages();
        guarded(timers);
        attendReady();
        runTasks();
        if (!waiting.isEmpty()) endWaits();
    }

    /** As many as there is room for, first come, first served; they need not ask again. */
    private void endWaits() {
        if (buffers.areShort()) return;
        var room = Math.clamp(buffers.spare() / settings.bufferSize(), 1, WAITS_A_TURN);
        for (; room > 0 && !waiting.isEmpty(); room--) {
            var first = waiting.removeFirst();
            first.waits = false;
            first.admitted = true;
            queue(first);
        }
    }

    /** Who begins something now has to wait, or others do so already. */
    final boolean holdsBack() {
        return buffers.areShort() || !waiting.isEmpty();
    }

    /** It is attended to again when buffers are free. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    final void waitForBuffers(SocketConnection connection) {
        if (connection.waits) return;
        connection.waits = true;
        bufferWaits++;
        waiting.add(connection);
    }

    /** It is closed. */
    final void waitNoLonger(SocketConnection connection) {
        connection.waits = false;
        waiting.remove(connection);
    }

    @Override
    public final long bufferWaits() {
        return bufferWaits;
    }

    private int sleep() {
        if (!ready.isEmpty() || !nextTurn.isEmpty() || !tasks.isEmpty()) return 0;
        SLEEPING.setVolatile(this, true);
        return messages.isEmpty() && !stopping ? wheel.millisToNext(nanos) : 0;
    }

    /** To be called right after the wait: from now on messages need no wake-up, and the clock shows the new turn. */
    protected final void woke() {
        SLEEPING.setOpaque(this, false);
        nanos = System.nanoTime();
        wallMillis = System.currentTimeMillis();
        usage.woke(nanos);
    }

    private void attendReady() {
        if (ready.isEmpty()) return;
        var batch = ready;
        ready = attending;
        attending = batch;
        for (var i = 0; i < batch.size(); i++) batch.get(i).attend();
        batch.clear();
    }

    private void runTasks() {
        if (tasks.isEmpty()) return;
        var batch = tasks;
        tasks = running;
        running = batch;
        for (var i = 0; i < batch.size(); i++) guarded(batch.get(i));
        batch.clear();
    }

    private void runMessages() {
        for (var i = 0; i < MESSAGES_A_TURN; i++) {
            var message = messages.poll();
            if (message == null) return;
            guarded(message);
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable bug) {
            bug(bug);
        }
    }

    /** A handler, task or timer threw: it is counted and reported, and the loop lives on. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    public final void bug(Throwable bug) {
        bugs++;
        bugHook.accept(bug);
    }

    @Override
    public final long bugs() {
        return bugs;
    }

    @Override
    public final void measureUsage() {
        usage.on();
    }

    @Override
    public final int usagePercent() {
        return usage.percent(System.nanoTime());
    }

    /** Attends to the connection before the loop waits again. */
    final void queue(SocketConnection connection) {
        if (connection.queued) return;
        connection.queued = true;
        ready.add(connection);
    }

    /** Attends to the connection in the next turn, after the others have had theirs. */
    final void queueForNextTurn(SocketConnection connection) {
        if (connection.queued) return;
        connection.queued = true;
        nextTurn.add(connection);
    }

    /** Where reads go; one connection at a time uses it, for the duration of a call. */
    final int hotAt() {
        return hotAt;
    }

    /** True for bytes that are being shown from where they were read, with so much in front of them that nobody looks at any more. */
    final boolean hasHotRoom(int at, int inFront) {
        return at - inFront >= hotAt - HEAD_ROOM && at < hotAt + LARGEST_READ;
    }

    @Override
    public final int index() {
        return index;
    }

    @Override
    public final boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    @Override
    public final long nanos() {
        return nanos;
    }

    @Override
    public final long wallMillis() {
        return wallMillis;
    }

    @Override
    public final Buffers buffers() {
        return buffers;
    }

    @Override
    public final void send(Runnable message) {
        messages.add(message);
        if (SLEEPING.compareAndSet(this, true, false)) wake();
    }

    @Override
    public final void later(Runnable task) {
        assert isCurrent();
        tasks.add(task);
    }

    @Override
    public final void arm(Timer timer, long nanos) {
        assert isCurrent();
        wheel.arm(timer, nanos);
    }

    @Override
    public final void disarm(Timer timer) {
        assert isCurrent();
        wheel.disarm(timer);
    }

    final void forget(Timer timer) {
        wheel.remove(timer);
    }

    @Override
    public final int connections() {
        return (int) COUNT.getOpaque(this);
    }

    /** Any thread: a client that is being handed over counts for its new loop at once. */
    protected final void count(int change) {
        COUNT.getAndAdd(this, change);
    }

    @Override
    public final NetworkFailure connectFailure() {
        return connectFailure == null ? NetworkFailure.OTHER : connectFailure;
    }

    @Override
    public final void accept(Listener listener, Acceptor acceptor) {
        assert isCurrent();
        suspend(listener);
        var shared = (SharedListener) listener;
        var member = new Member(this, acceptor);
        var place = 0;
        while (accepting.containsKey(place)) place++;
        var mine = accepting(shared, member, place);
        accepting.put(place, mine);
        shared.join(member);
        mine.begin();
    }

    @Override
    public final void receive(Listener socket, DatagramReceiver receiver) {
        accept(socket, new ReceivingAcceptor(receiver));
    }

    /** Where datagrams are received, for the duration of a call. */
    public final int receiveAt() {
        return hotAt;
    }

    @Override
    public final void suspend(Listener listener) {
        assert isCurrent();
        accepting.values().removeIf(mine -> {
            if (mine.listener() != listener) return false;
            mine.listener().leave(this);
            mine.end();
            return true;
        });
    }

    /** Events have come for a listener. */
    protected final void clientsWait(int place) {
        var mine = accepting.get(place);
        if (mine != null) mine.ready(settings.maxAccept());
    }

    /** From another loop, which has accepted the client: it counts here from now on. */
    public final void handOver(Runnable welcome) {
        count(1);
        send(() -> {
            count(-1);
            welcome.run();
        });
    }

    /** A client is shown to the acceptor, which says who handles it. */
    protected final void introduce(SocketConnection connection, Acceptor acceptor) {
        try {
            var handler = acceptor.accepted(connection);
            if (handler == null) connection.close();
            else if (!connection.isClosed()) connection.handler(handler);
        } catch (Throwable bug) {
            connection.close();
            bug(bug);
        }
    }

    @Override
    public final @Nullable Connection claim(Connection offered, ConnectionHandler handler) {
        assert isCurrent();
        var connection = (SocketConnection) offered;
        if (!connection.take(this)) return null;
        if (connection.loop() != this) return adopt(connection, handler);
        connection.handler(handler);
        return connection;
    }

    /** Moves the socket of another loop's connection to this one; null when the kernel refuses. */
    protected abstract @Nullable Connection adopt(SocketConnection taken, ConnectionHandler handler);

    @Override
    public final void start() {
        // What those who use the loop have taken for good by now does not count.
        buffers.limit(settings.bufferBytes());
        thread = new Thread(this::run, "loop-" + index);
        thread.start();
    }

    @Override
    public final void stop() {
        stopping = true;
        if (SLEEPING.compareAndSet(this, true, false)) wake();
    }

    @Override
    public final boolean join(long millis) throws InterruptedException {
        var running = thread;
        return running == null || running.join(Duration.ofMillis(millis));
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(SocketLoop.class, field, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}

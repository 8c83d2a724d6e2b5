package headway.http;

/** Small numbers for the methods of RFC 9110 9.3 and RFC 5789, so that a comparison is one of integers. */
public final class Method {
    public static final int OTHER = 0;
    public static final int GET = 1;
    public static final int HEAD = 2;
    public static final int POST = 3;
    public static final int PUT = 4;
    public static final int DELETE = 5;
    public static final int CONNECT = 6;
    public static final int OPTIONS = 7;
    public static final int TRACE = 8;
    public static final int PATCH = 9;

    private Method() {}

    /** RFC 9110 9.2.2: repeating the request has the effect of sending it once. */
    public static boolean isIdempotent(int id) {
        return switch (id) {
            case GET, HEAD, PUT, DELETE, OPTIONS, TRACE -> true;
            default -> false;
        };
    }
}

package headway.quality.shape;

/** The numbers of the style. */
public final class Limits {
    public static final int FILE_MEDIAN = 90;
    public static final int FILE_MOST = 350;
    public static final int FILE_LONGEST = 600;
    public static final int METHOD_MOST = 25;
    public static final int METHOD_LONGEST = 60;
    public static final int PARAMETERS = 5;

    /** What a constructor may take: parts are handed over there and nowhere else, since there is no container. */
    public static final int PARTS = 7;

    public static final int NESTING = 3;

    private Limits() {}
}

package headway.quality.shape;

/** The numbers of the style. */
public final class Limits {
    public static final int FILE_MEDIAN = 90;
    public static final int FILE_MOST = 350;
    public static final int FILE_LONGEST = 600;
    public static final int METHOD_MOST = 25;
    public static final int METHOD_LONGEST = 60;
    public static final int PARAMETERS = 5;
    public static final int NESTING = 3;

    private Limits() {}
}

package headway.operate.system;

/** {@code strerror} for the errors that an operator can meet. */
final class Errors {
    private Errors() {}

    static String words(int error) {
        return switch (error) {
            case 1 -> "Operation not permitted";
            case 2 -> "No such file or directory";
            case 3 -> "No such process";
            case 11 -> "Resource temporarily unavailable";
            case 12 -> "Cannot allocate memory";
            case 13 -> "Permission denied";
            case 20 -> "Not a directory";
            case 22 -> "Invalid argument";
            case 24 -> "Too many open files";
            default -> "error " + error;
        };
    }
}

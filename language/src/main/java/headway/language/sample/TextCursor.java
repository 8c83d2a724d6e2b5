package headway.language.sample;

/** A place in a text that is being parsed. */
public final class TextCursor {
    private final String text;
    private int at;

    public TextCursor(String text) {
        this.text = text;
    }

    public boolean isAtEnd() {
        return at >= text.length();
    }

    public char peek() {
        return text.charAt(at);
    }

    public boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    public char take() {
        return text.charAt(at++);
    }

    public boolean take(char c) {
        if (!isAt(c)) return false;
        at++;
        return true;
    }

    public int index() {
        return at;
    }

    public void index(int index) {
        at = index;
    }

    public String rest() {
        return text.substring(at);
    }

    public String since(int from) {
        return text.substring(from, at);
    }

    /** A name of letters, digits, and the signs that HAProxy's names have. */
    public String name() {
        var from = at;
        while (at < text.length() && isOfName(text.charAt(at))) at++;
        return text.substring(from, at);
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.:+".indexOf(c) >= 0;
    }
}

package headway.language.syntax;

/**
 * A word of a line, with quotes and escapes undone and variables replaced.
 *
 * @param text one character a byte (ISO 8859-1), since a configuration may hold any bytes
 * @param column of its first character as written, from 1
 */
public record Word(String text, int column) {}

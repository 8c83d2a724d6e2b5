package headway.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.diagnostic.Position;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines and their words, as HAProxy was watched to cut them. */
class SplitterTest {
    private static final Map<String, String> VARIABLES = Map.of("HOME", "/root", "LST", "a b  c", "EMPTY", "");

    record Case(String line, String... words) {
        @Override
        public String toString() {
            return line;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(""),
                new Case("  # remark"),
                new Case("a b\tc ", "a", "b", "c"),
                new Case("a\\'b", "a'b"),
                new Case("\"a\\'b\"", "a'b"),
                new Case("\"a\\qb\" a\\qb", "a\\qb", "a\\qb"),
                new Case("a\\ b \"a\\ b\" \"a\\#b\"", "a b", "a b", "a#b"),
                new Case("\"a\\$b\" 'a\\$b'", "a$b", "a\\$b"),
                new Case("\"a${FOO}b\" a${FOO}b", "ab", "a${FOO}b"),
                new Case("\"a${FOO-x y}b\" \"a${FOO-}b\"", "ax yb", "ab"),
                new Case("\"a$HOME/b\" \"${HOME-x}\"", "a/root/b", "/root"),
                new Case("\"${LST[*]}\" \"x${LST[*]}y\"", "a", "b", "c", "xa", "b", "cy"),
                new Case("\"$LST\"", "a b  c"),
                new Case("a\\x41b\"\\x42\"", "aAbB"),
                new Case("\"a'b\"'c\"d'", "a'bc\"d"),
                new Case("a\\", "a\\"),
                new Case("\"\" ''", "", ""),
                new Case("\"${FOO-$HOME}\" \"${FOO-a\\\"b}\" \"${A-B-C}\"", "$HOME", "a\\\"b", "B-C"),
                new Case("\"${EMPTY}\" \"${EMPTY-x}\"", "", ""),
                new Case("a\"#\"b#c", "a#b"),
                new Case("a\r", "a"),
                new Case("\\n\\r\\t\\\\", "\n\r\t\\"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLineIsCutIntoTheseWords(Case line) throws Mistake {
        var words = Splitter.split(Position.NOWHERE, line.line, VARIABLES::get);
        assertThat(words).extracting(Word::text).containsExactly(line.words);
    }

    /** Lines with a star that the text of their only word has too, and that the column must find. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a*",
                "  a*",
                "\"*\"",
                "\"a b*\"",
                "'*'",
                "a'b'\"c\"*",
                "a\\ b*",
                "\\x41\\t*",
                "\"$HOME*\"",
                "\"a${HOME}b*c\"",
                "\"${FOO}*\""
            })
    void theColumnOfACharacterIsWhereItIsWritten(String line) throws Mistake {
        var word = Splitter.split(Position.NOWHERE, line, VARIABLES::get).getFirst();
        assertThat(word.column(word.text().indexOf('*'))).isEqualTo(line.indexOf('*') + 1);
    }

    @Test
    void theValueOfAVariableStandsWhereItsNameDoes() throws Mistake {
        var word =
                Splitter.split(Position.NOWHERE, "\"a$HOME\"", VARIABLES::get).getFirst();
        assertThat(word.column(0)).isEqualTo(2);
        assertThat(word.column(1)).isEqualTo(3);
        assertThat(word.column(5)).isEqualTo(3);
    }
}

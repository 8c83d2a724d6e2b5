package headway.wire.h1;

import static org.assertj.core.api.Assertions.assertThat;

import headway.base.memory.Buffers;
import headway.http.FieldName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class H1NamesTest {
    private final Reading reading = new Reading();

    @ParameterizedTest
    @EnumSource(FieldName.class)
    void everyWellKnownNameIsFoundByItsBytes(FieldName name) {
        assertThat(H1Names.id(name.at(), name.length())).isEqualTo(name.id());
    }

    @ParameterizedTest
    @EnumSource(FieldName.class)
    void itsNeighboursAreNotTakenForIt(FieldName name) {
        for (var other :
                new String[] {name.text() + "x", "x" + name.text(), name.text().substring(1), name.text() + "-"}) {
            var at = Buffers.constant(other.getBytes(StandardCharsets.US_ASCII));
            assertThat(H1Names.id(at, other.length())).as(other).isNotEqualTo(name.id());
        }
    }

    @ParameterizedTest
    @EnumSource(FieldName.class)
    void readingGivesItsIdInAnyCaseAndAtTheVeryEnd(FieldName name) {
        var value =
                switch (name) {
                    case CONTENT_LENGTH -> "1";
                    case TRANSFER_ENCODING -> "chunked";
                    case TE -> "trailers";
                    default -> "v";
                };
        for (var spelled : new String[] {name.text(), name.text().toUpperCase(Locale.ROOT)}) {
            for (var around : new String[] {"%s: %s\\r\\n\\r\\n", "%s:%s\\n\\n", "%s: %s\\r\\nx-a: 1\\r\\n\\r\\n"}) {
                reading.whole(
                        Reading.Kind.REQUEST,
                        Escaped.bytes("GET / HTTP/1.1\\r\\n" + String.format(around, spelled, value)));
                assertThat(reading.head.id(0)).as(spelled).isEqualTo(name.id());
            }
        }
    }
}

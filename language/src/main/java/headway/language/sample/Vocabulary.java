package headway.language.sample;

import headway.base.catalog.Catalog;

/** All the names an expression may say. */
public record Vocabulary(Catalog<FetchEntry> fetches, Catalog<ConverterEntry> converters) {}

package headway.language.sample;

import headway.base.catalog.Catalog;

/**
 * All the names an expression or a format may say.
 *
 * @param aliases of formats, named with the percent sign
 */
public record Vocabulary(
        Catalog<FetchEntry> fetches, Catalog<ConverterEntry> converters, Catalog<AliasEntry> aliases) {}

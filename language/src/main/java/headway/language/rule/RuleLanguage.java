package headway.language.rule;

import headway.base.catalog.Catalog;
import headway.language.sample.Vocabulary;

/** The tables from which rules are made. */
public record RuleLanguage(Vocabulary vocabulary, Catalog<ActionEntry> actions) {}

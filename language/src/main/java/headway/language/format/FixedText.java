package headway.language.format;

import headway.language.sample.Sample;
import headway.language.sample.Scope;
import headway.language.sample.Text;

/** A format without expressions: always the same view. */
public record FixedText(Text text) implements Format {
    @Override
    public boolean write(Scope scope, Sample out) {
        return out.text(text);
    }
}

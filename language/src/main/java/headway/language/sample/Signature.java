package headway.language.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The arguments of a fetch or converter together with what makes a bound reader of them, without a cast: each number of arguments has its method.
 *
 * @param <R> what is bound
 */
public final class Signature<R> {
    /** Makes the bound thing; arguments are asked for in their order. */
    @FunctionalInterface
    private interface Binder<R> {
        R bind(Arguments arguments, Binding binding) throws BindException;
    }

    /** Makes something of one argument. */
    @FunctionalInterface
    public interface One<A, R> {
        R of(A first) throws BindException;
    }

    /** Makes something of two arguments. */
    @FunctionalInterface
    public interface Two<A, B, R> {
        R of(A first, B second) throws BindException;
    }

    /** Makes something of three arguments. */
    @FunctionalInterface
    public interface Three<A, B, C, R> {
        R of(A first, B second, C third) throws BindException;
    }

    /** Makes something of more arguments than have names here. */
    @FunctionalInterface
    public interface Many<R> {
        R of(Values values) throws BindException;
    }

    /** The values of arguments, asked for in the order in which the parameters were listed. */
    public interface Values {
        <T> T next(Parameter<T> parameter) throws BindException;
    }

    /** Makes something of as many arguments as are given, all of one kind. */
    @FunctionalInterface
    public interface All<A, R> {
        R of(List<A> values) throws BindException;
    }

    private final List<Parameter<?>> parameters;
    private final Binder<R> binder;

    private Signature(List<Parameter<?>> parameters, Binder<R> binder) {
        this.parameters = parameters;
        this.binder = binder;
    }

    static <R> Signature<R> none(R bound) {
        return new Signature<>(List.of(), (_, _) -> bound);
    }

    static <R> Signature<R> where(One<Binding, R> one) {
        return new Signature<>(List.of(), (_, binding) -> one.of(binding));
    }

    static <A, R> Signature<R> of(Parameter<A> first, One<A, R> one) {
        return new Signature<>(List.of(first), (arguments, binding) -> one.of(arguments.next(first, binding)));
    }

    static <A, B, R> Signature<R> of(Parameter<A> first, Parameter<B> second, Two<A, B, R> two) {
        return new Signature<>(
                List.of(first, second),
                (arguments, binding) -> two.of(arguments.next(first, binding), arguments.next(second, binding)));
    }

    static <A, B, C, R> Signature<R> of(
            Parameter<A> first, Parameter<B> second, Parameter<C> third, Three<A, B, C, R> three) {
        return new Signature<>(
                List.of(first, second, third),
                (arguments, binding) -> three.of(
                        arguments.next(first, binding),
                        arguments.next(second, binding),
                        arguments.next(third, binding)));
    }

    static <R> Signature<R> of(List<Parameter<?>> parameters, Many<R> many) {
        return new Signature<>(
                List.copyOf(parameters),
                (arguments, binding) -> many.of(new Values() {
                    @Override
                    public <T> T next(Parameter<T> parameter) throws BindException {
                        return arguments.next(parameter, binding);
                    }
                }));
    }

    static <A, R> Signature<R> all(Parameter<A> each, int most, All<A, R> all) {
        return new Signature<>(Collections.nCopies(most, each), (arguments, binding) -> {
            var values = new ArrayList<A>();
            do values.add(arguments.next(each, binding));
            while (arguments.hasNext());
            return all.of(values);
        });
    }

    /** Binds it; the arguments must all be used. */
    R bind(Arguments arguments, Binding binding) throws BindException {
        var optional = parameters.stream().filter(Parameter::isOptional).count();
        arguments.checkCount(parameters.size() - (int) optional, parameters.size());
        return binder.bind(arguments, binding);
    }

    /** The types of the arguments as HAProxy's {@code -dK} writes them: {@code string[,integer]}. */
    String types() {
        var required = parameters.stream()
                .filter(p -> !p.isOptional())
                .map(Parameter::type)
                .toList();
        var optional = parameters.stream()
                .filter(Parameter::isOptional)
                .map(Parameter::type)
                .toList();
        var first = String.join(",", required);
        if (optional.isEmpty()) return first;
        return first + "[" + (required.isEmpty() ? "" : ",") + String.join(",", optional) + "]";
    }

    /** As a manual writes it: {@code <name>[,<occurrence>]}. */
    String syntax() {
        var text = new StringBuilder();
        if (parameters.size() > 3 && parameters.stream().distinct().count() == 1)
            return "<" + parameters.getFirst().name() + ">[,...]";
        for (var parameter : parameters) {
            var comma = text.isEmpty() ? "" : ",";
            var shown = comma + "<" + parameter.name() + ">";
            text.append(parameter.isOptional() ? "[" + shown + "]" : shown);
        }
        return text.toString();
    }
}

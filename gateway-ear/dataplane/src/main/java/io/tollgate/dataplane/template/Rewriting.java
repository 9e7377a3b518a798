package io.tollgate.dataplane.template;

import java.util.Set;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.Parser;
import org.apache.velocity.runtime.parser.node.ASTAddNode;
import org.apache.velocity.runtime.parser.node.ASTDirective;
import org.apache.velocity.runtime.parser.node.ASTEQNode;
import org.apache.velocity.runtime.parser.node.ASTIntegerRange;
import org.apache.velocity.runtime.parser.node.ASTMethod;
import org.apache.velocity.runtime.parser.node.ASTNENode;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.jspecify.annotations.Nullable;

/** Puts nodes that behave as AWS does, or are bounded, in the place of Velocity's; refuses what reads files. */
final class Rewriting {
    private static final Set<String> REFUSED = Set.of("include", "parse", "evaluate");
    private static final int MOST_ITEMS = 1_000;

    private Rewriting() {}

    static void apply(Node node, Parser parser) {
        if (node instanceof ASTDirective directive && REFUSED.contains(directive.getDirectiveName())) {
            throw new TemplateSyntaxException(
                    "#" + directive.getDirectiveName() + " is not available",
                    node.getFirstToken().beginLine,
                    node.getFirstToken().beginColumn);
        }
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            Node child = node.jjtGetChild(i);
            SimpleNode other = replacement(child, parser);
            if (other != null) {
                other.jjtSetParent(node);
                for (int c = 0; c < child.jjtGetNumChildren(); c++) {
                    Node grandchild = child.jjtGetChild(c);
                    grandchild.jjtSetParent(other);
                    other.jjtAddChild(grandchild, c);
                }
                other.setFirstToken(child.getFirstToken());
                other.saveTokenImages();
                node.jjtAddChild(other, i);
            }
            apply(node.jjtGetChild(i), parser);
        }
    }

    private static @Nullable SimpleNode replacement(Node child, Parser parser) {
        if (child instanceof ASTNENode) {
            return new Differs(parser, child);
        }
        if (child instanceof ASTEQNode) {
            return new Equals(parser, child);
        }
        if (child instanceof ASTIntegerRange) {
            return new Range(parser, child);
        }
        if (child instanceof ASTMethod) {
            return new Call(parser, child);
        }
        return child instanceof ASTAddNode ? new Sum(parser, child) : Operators.replacement(child, parser);
    }

    private static class Equals extends ASTEQNode {
        private Equals(Parser parser, Node original) {
            super(parser, 0);
            template = original.getTemplate();
        }

        /** Null is equal to an empty text, as recorded. */
        @Override
        public boolean compareNull(@Nullable Object left, @Nullable Object right) {
            return (left == null || left.equals("")) && (right == null || right.equals(""));
        }

        @Override
        public @Nullable Boolean compareNumbers(Object left, Object right) {
            return (Printing.isContainer(left) || Printing.isContainer(right))
                    ? null
                    : super.compareNumbers(left, right);
        }

        /** Values of one kind are compared as such, others by their texts as AWS prints them. */
        @Override
        public boolean compareNonNumber(Object left, Object right) {
            Printing.checkComparable(left);
            Printing.checkComparable(right);
            boolean alike =
                    left.getClass().isInstance(right) || right.getClass().isInstance(left);
            return alike
                    ? super.compareNonNumber(left, right)
                    : super.compareNonNumber(Printing.text(left), Printing.text(right));
        }
    }

    private static final class Differs extends Equals {
        private Differs(Parser parser, Node original) {
            super(parser, original);
        }

        @Override
        public boolean evaluate(InternalContextAdapter context) {
            return !super.evaluate(context);
        }
    }

    private static final class Range extends ASTIntegerRange {
        private Range(Parser parser, Node original) {
            super(parser, 0);
            template = original.getTemplate();
        }

        @Override
        public @Nullable Object value(InternalContextAdapter context) {
            Object left = jjtGetChild(0).value(context);
            Object right = jjtGetChild(1).value(context);
            if (left instanceof Number from
                    && right instanceof Number to
                    && Math.abs(to.longValue() - from.longValue()) >= MOST_ITEMS) {
                throw new TemplateFailure("a range has more than " + MOST_ITEMS + " items").at(getLine(), getColumn());
            }
            return super.value(context);
        }
    }

    private static final class Sum extends ASTAddNode {
        private Sum(Parser parser, Node original) {
            super(parser, 0);
            template = original.getTemplate();
        }

        @Override
        protected @Nullable Object handleSpecial(
                @Nullable Object left, @Nullable Object right, InternalContextAdapter context) {
            return super.handleSpecial(printed(left), printed(right), context);
        }

        private static @Nullable Object printed(@Nullable Object value) {
            return Printing.isContainer(value) ? Printing.text(value) : value;
        }

        @Override
        public @Nullable Object value(InternalContextAdapter context) {
            try {
                Object sum = super.value(context);
                return sum instanceof String text ? Budget.current().text(text) : sum;
            } catch (TemplateFailure failed) {
                throw failed.at(getLine(), getColumn());
            }
        }
    }

    /** A method call that tells where it failed. */
    private static final class Call extends ASTMethod {
        private Call(Parser parser, Node original) {
            super(parser, 0);
            template = original.getTemplate();
        }

        @Override
        public @Nullable Object execute(Object target, InternalContextAdapter context) {
            try {
                return super.execute(target, context);
            } catch (TemplateFailure failed) {
                throw failed.at(getLine(), getColumn());
            }
        }
    }
}

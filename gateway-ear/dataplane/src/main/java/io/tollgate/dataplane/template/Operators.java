package io.tollgate.dataplane.template;

import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.Parser;
import org.apache.velocity.runtime.parser.node.ASTComparisonNode;
import org.apache.velocity.runtime.parser.node.ASTDivNode;
import org.apache.velocity.runtime.parser.node.ASTGENode;
import org.apache.velocity.runtime.parser.node.ASTGTNode;
import org.apache.velocity.runtime.parser.node.ASTLENode;
import org.apache.velocity.runtime.parser.node.ASTLTNode;
import org.apache.velocity.runtime.parser.node.ASTModNode;
import org.apache.velocity.runtime.parser.node.ASTMulNode;
import org.apache.velocity.runtime.parser.node.ASTSubtractNode;
import org.apache.velocity.runtime.parser.node.Node;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic and order for numbers and texts only: Velocity would print a list or map, however large, to see whether its
 * text is a number.
 */
final class Operators {
    private Operators() {}

    static @Nullable SimpleNode replacement(Node node, Parser parser) {
        return switch (node) {
            case ASTLTNode less -> new Order(parser, less);
            case ASTLENode atMost -> new Order(parser, atMost);
            case ASTGTNode greater -> new Order(parser, greater);
            case ASTGENode atLeast -> new Order(parser, atLeast);
            case ASTSubtractNode difference -> new Difference(parser, node);
            case ASTMulNode product -> new Product(parser, node);
            case ASTDivNode quotient -> new Quotient(parser, node);
            case ASTModNode remainder -> new Remainder(parser, node);
            default -> null;
        };
    }

    /** Fails where a list or map stands in the place of a number. */
    private static void numbers(@Nullable Object left, @Nullable Object right, SimpleNode at) {
        if (Printing.isContainer(left) || Printing.isContainer(right)) {
            throw new TemplateFailure("a list or map is no number").at(at.getLine(), at.getColumn());
        }
    }

    /** Less, greater, at most, at least: as the original tells. */
    private static final class Order extends ASTComparisonNode {
        private final ASTComparisonNode original;

        private Order(Parser parser, ASTComparisonNode original) {
            super(parser, 0);
            this.original = original;
            template = original.getTemplate();
        }

        @Override
        public @Nullable Boolean compareNumbers(Object left, Object right) {
            numbers(left, right, this);
            return super.compareNumbers(left, right);
        }

        @Override
        public boolean numberTest(int comparison) {
            return original.numberTest(comparison);
        }

        @Override
        public String getLiteralOperator() {
            return original.getLiteralOperator();
        }
    }

    private static final class Difference extends ASTSubtractNode {
        private Difference(Parser parser, Node original) {
            super(parser, 0);
            template = original.getTemplate();
        }

        @Override
        protected @Nullable Object handleSpecial(
                @Nullable Object left, @Nullable Object right, InternalContextAdapter context) {
            numbers(left, right, this);
            return super.handleSpecial(left, right, context);
        }
    }

    private static final class Product extends ASTMulNode {
        private Product(Parser parser, Node original) {
            super(parser, 0);
            template = original.getTemplate();
        }

        @Override
        protected @Nullable Object handleSpecial(
                @Nullable Object left, @Nullable Object right, InternalContextAdapter context) {
            numbers(left, right, this);
            return super.handleSpecial(left, right, context);
        }
    }

    private static final class Quotient extends ASTDivNode {
        private Quotient(Parser parser, Node original) {
            super(parser, 0);
            template = original.getTemplate();
        }

        @Override
        protected @Nullable Object handleSpecial(
                @Nullable Object left, @Nullable Object right, InternalContextAdapter context) {
            numbers(left, right, this);
            return super.handleSpecial(left, right, context);
        }
    }

    private static final class Remainder extends ASTModNode {
        private Remainder(Parser parser, Node original) {
            super(parser, 0);
            template = original.getTemplate();
        }

        @Override
        protected @Nullable Object handleSpecial(
                @Nullable Object left, @Nullable Object right, InternalContextAdapter context) {
            numbers(left, right, this);
            return super.handleSpecial(left, right, context);
        }
    }
}

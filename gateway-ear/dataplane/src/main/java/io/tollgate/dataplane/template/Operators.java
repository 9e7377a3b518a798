package io.tollgate.dataplane.template;

import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.Parser;
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
            case ASTLTNode less -> new Less(parser, node);
            case ASTLENode atMost -> new AtMost(parser, node);
            case ASTGTNode greater -> new Greater(parser, node);
            case ASTGENode atLeast -> new AtLeast(parser, node);
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

    private static final class Less extends ASTLTNode {
        private Less(Parser parser, Node original) {
            super(parser, 0);
            template = original.getTemplate();
        }

        @Override
        public @Nullable Boolean compareNumbers(Object left, Object right) {
            numbers(left, right, this);
            return super.compareNumbers(left, right);
        }
    }

    private static final class AtMost extends ASTLENode {
        private AtMost(Parser parser, Node original) {
            super(parser, 0);
            template = original.getTemplate();
        }

        @Override
        public @Nullable Boolean compareNumbers(Object left, Object right) {
            numbers(left, right, this);
            return super.compareNumbers(left, right);
        }
    }

    private static final class Greater extends ASTGTNode {
        private Greater(Parser parser, Node original) {
            super(parser, 0);
            template = original.getTemplate();
        }

        @Override
        public @Nullable Boolean compareNumbers(Object left, Object right) {
            numbers(left, right, this);
            return super.compareNumbers(left, right);
        }
    }

    private static final class AtLeast extends ASTGENode {
        private AtLeast(Parser parser, Node original) {
            super(parser, 0);
            template = original.getTemplate();
        }

        @Override
        public @Nullable Boolean compareNumbers(Object left, Object right) {
            numbers(left, right, this);
            return super.compareNumbers(left, right);
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

package org.kindlin.mechanism.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.mechanism.model.Expression.Piece;
import org.kindlin.mechanism.model.Expression.Piecewise;

/** A piecewise formula as a flat list: value, condition, value, condition, ..., otherwise. */
final class Pieces {
    private Pieces() {}

    static List<Expression> flat(Piecewise cases) {
        List<Expression> parts = new ArrayList<>(2 * cases.pieces().size() + 1);
        for (Piece piece : cases.pieces()) {
            parts.add(piece.value());
            parts.add(piece.condition());
        }
        cases.otherwise().ifPresent(parts::add);
        return parts;
    }

    static Piecewise of(List<Expression> parts) {
        List<Piece> pieces = new ArrayList<>(parts.size() / 2);
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            pieces.add(new Piece(parts.get(i), parts.get(i + 1)));
        }
        boolean odd = parts.size() % 2 == 1;
        return new Piecewise(pieces, odd ? Optional.of(parts.getLast()) : Optional.empty());
    }
}

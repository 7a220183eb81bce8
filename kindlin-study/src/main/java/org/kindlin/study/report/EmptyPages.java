package org.kindlin.study.report;

import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.LineBox;
import com.openhtmltopdf.render.PageBox;
import java.util.BitSet;
import java.util.List;

/** Pages that hold nothing but their running heads, told from the layout before anything is painted. */
final class EmptyPages {
    private final List<PageBox> pages;
    private final BitSet used = new BitSet();

    private EmptyPages(List<PageBox> pages) {
        this.pages = pages;
    }

    /** Whether the layout leaves a page empty, as the engine does where a table ends exactly with the page before. */
    static boolean any(BlockBox root) {
        EmptyPages empty = new EmptyPages(root.getLayer().getPages());
        empty.visit(root);
        return empty.used.nextClearBit(0) < empty.pages.size();
    }

    private void visit(Box box) {
        boolean isDrawn = box instanceof LineBox || (box instanceof BlockBox block && block.isReplaced());
        if (isDrawn) {
            mark(box.getAbsY(), box.getAbsY() + box.getHeight());
            return;
        }
        for (int i = 0; i < box.getChildCount(); i++) {
            visit(box.getChild(i));
        }
    }

    private void mark(int top, int bottom) {
        for (int i = 0; i < pages.size(); i++) {
            if (top < pages.get(i).getBottom() && bottom > pages.get(i).getTop()) {
                used.set(i);
            }
        }
    }
}

package org.kindlin.study.report;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line of text may end: not after a decimal point, as the JDK's rules allow once a number has a minus sign (U+2212). */
final class NumberKeepingBreaker implements FSTextBreaker {
    private final FSTextBreaker breaks = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.ROOT));
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }

    @Override
    public int next() {
        int position = breaks.next();
        while (position > 0 && position < text.length() && insideNumber(position)) {
            position = breaks.next();
        }
        return position;
    }

    private boolean insideNumber(int position) {
        return text.charAt(position - 1) == '.' && Character.isDigit(text.charAt(position));
    }
}

package org.kindlin.mechanism.simulate;

/** Is told of events as they happen, so that derivatives can follow them. */
public interface EventFollower {
    /** Follows nothing. */
    EventFollower NONE = new EventFollower() {
        @Override
        public void setOff(int event, int ticket, Moment moment) {
            // nothing follows
        }

        @Override
        public void executing(int event, int ticket, Moment moment) {
            // nothing follows
        }

        @Override
        public void executed(Moment moment) {
            // nothing follows
        }
    };

    /** The condition of an event has turned true; it waits under this number, if only for no time. */
    void setOff(int event, int ticket, Moment moment);

    /** The event of this number is about to change the moment. */
    void executing(int event, int ticket, Moment moment);

    /** It has changed it. */
    void executed(Moment moment);
}

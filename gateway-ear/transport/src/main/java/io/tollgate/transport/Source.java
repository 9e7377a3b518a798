package io.tollgate.transport;

/** Where the content of one body comes from, as its {@link Sink} sees it. Called on one event loop. */
interface Source {

    /** Delivers nothing more for the time being; a piece on its way may still come. */
    void pause();

    /** Goes on delivering. */
    void resume();

    /** Nobody wants the rest: nothing is delivered any more, not even an end. */
    void abandon();
}

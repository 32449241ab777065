package io.copytaster.cli.stack;

/** Is told when a part of the stack serves; called from several threads. */
@FunctionalInterface
interface Progress {

    void ready(Part part, String address);
}

package io.copytaster.runtime.instance;

/** The right to be one named instance of a service, held for the life of the process. */
interface InstanceLock extends AutoCloseable {

    /** The instance's name: static group member, transactional prefix and lease owner are made from it. */
    String instance();

    /** Gives the name back. */
    @Override
    void close();
}

package io.copytaster.cli.reach;

/**
 * The TCP ports of a development stack on this machine.
 *
 * @param console alert-service, which serves the console
 * @param registry schema registry
 * @param ingest ingest-service
 * @param enrichment enrichment-service
 * @param receiver the demo's webhook receiver
 * @param kafka the broker
 * @param controller the broker's controller
 * @param postgres the database
 */
public record StackPorts(
        int console, int registry, int ingest, int enrichment, int receiver, int kafka, int controller, int postgres) {

    /** The customary ports. */
    public static final StackPorts CUSTOMARY = new StackPorts(8080, 8081, 8082, 8083, 8084, 9092, 9093, 54329);

    private static final int COUNT = 8;
    private static final int HIGHEST = 65_535;

    /** All ports in a row from the base on; 0 stands for the customary ones. */
    public static StackPorts from(int base) {
        if (base == 0) {
            return CUSTOMARY;
        }
        if (base < 1024 || base > HIGHEST - COUNT) {
            throw new IllegalArgumentException(
                    "port base: expected 1024 to " + (HIGHEST - COUNT) + ", got " + base + ": choose another");
        }
        return new StackPorts(base, base + 1, base + 2, base + 3, base + 4, base + 5, base + 6, base + 7);
    }
}

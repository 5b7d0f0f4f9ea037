package vn.cchc.platform.testing;

/**
 * State with one instance per JVM. Quarkus reloads test classes, with their static fields, for each tested
 * configuration; only the system class loader's copy of a class persists.
 */
final class JvmWide {

    private JvmWide() {}

    /**
     * Calls a public static method without parameters on the persistent copy of {@code holder}.
     *
     * @param type a JDK type: other types differ between class loaders
     */
    static <T> T call(Class<?> holder, String method, Class<T> type) {
        try {
            return type.cast(Class.forName(holder.getName(), true, ClassLoader.getSystemClassLoader())
                    .getMethod(method)
                    .invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(holder.getName() + "." + method + " cannot be called", e);
        }
    }
}

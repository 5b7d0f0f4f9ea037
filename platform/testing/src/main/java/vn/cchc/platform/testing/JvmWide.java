package vn.cchc.platform.testing;

/**
 * What exists once per JVM. Quarkus loads test classes anew for each configuration it tests, and with them their static
 * fields; the copy of a class that the system class loader holds is the one that stays.
 */
final class JvmWide {

    private JvmWide() {}

    /**
     * Calls a public static method without parameters on the lasting copy of {@code holder}.
     *
     * @param type a type of the JDK: other types differ between class loaders
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

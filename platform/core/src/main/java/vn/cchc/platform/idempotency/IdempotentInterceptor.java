package vn.cchc.platform.idempotency;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/** Runs {@link Idempotent} methods through {@link Idempotency}. */
@Interceptor
@Idempotent(presenter = IdempotentInterceptor.NotBinding.class)
@Priority(IdempotentInterceptor.PRIORITY)
class IdempotentInterceptor {

    /** Inside the transaction and after parameter validation: a malformed request claims no key. */
    static final int PRIORITY = Interceptor.Priority.PLATFORM_AFTER + 900;

    /** Placeholder for the annotation's mandatory, non-binding member. */
    interface NotBinding extends Presenter<Identified> {}

    private final Idempotency idempotency;
    private final Instance<Presenter<?>> presenters;

    IdempotentInterceptor(Idempotency idempotency, @Any Instance<Presenter<?>> presenters) {
        this.idempotency = idempotency;
        this.presenters = presenters;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) {
        Idempotent idempotent = Objects.requireNonNull(
                invocation.getMethod().getAnnotation(Idempotent.class), "@Idempotent stands on methods alone");
        return once(presenters.select(idempotent.presenter()).get(), invocation);
    }

    @SuppressWarnings("unchecked") // an idempotent method returns what its presenter shows
    private <V extends Identified> RestResponse<V> once(Presenter<V> presenter, InvocationContext invocation) {
        return idempotency.once(presenter, () -> (RestResponse<V>) invocation.proceed());
    }
}

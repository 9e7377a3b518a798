package io.tollgate.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring Cloud Gateway as it comes, with the one route of its configuration. */
@SpringBootApplication
public class OneRoute {

    /** Starts it; {@code --server.port} and {@code --backend} say where it listens and what it calls. */
    public static void main(String[] arguments) {
        SpringApplication.run(OneRoute.class, arguments);
    }
}

package io.tollgate.server.persistence;

import io.tollgate.server.config.Configuration;
import io.tollgate.server.config.StorageSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The database that {@link StorageSettings} name; without a URL an H2 file below the data folder. Payara pools what it
 * gives. Thread-safe.
 */
public final class ConfiguredDataSource implements DataSource {
    private final String url;
    private final Properties account = new Properties();
    private final Driver driver;

    /** Reads the environment of this process. */
    public ConfiguredDataSource() {
        Configuration configuration = Configuration.ofThisProcess();
        StorageSettings storage = configuration.storage();
        url = storage.url().isEmpty() ? embeddedUrl(configuration.gateway().data()) : storage.url();
        account.put("user", storage.user());
        account.put("password", storage.password());
        driver = url.startsWith("jdbc:postgresql:") ? new org.postgresql.Driver() : new org.h2.Driver();
    }

    private static String embeddedUrl(Path data) {
        Path file = data.resolve("db").resolve("tollgate");
        // H2 writes half a second after a commit unless it is told not to: what was answered must survive kill -9.
        return "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = driver.connect(url, account);
        if (connection == null) {
            throw new SQLException("TOLLGATE_DB_URL must begin with jdbc:postgresql: or jdbc:h2:");
        }
        return connection;
    }

    /** The account comes from the environment; Payara's pool hands in what it has none of. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(java.io.Writer.nullWriter());
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // The drivers log by java.util.logging.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        account.put("loginTimeout", Integer.toString(seconds));
    }

    @Override
    public int getLoginTimeout() {
        return Integer.parseInt(account.getProperty("loginTimeout", "0"));
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return driver.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}

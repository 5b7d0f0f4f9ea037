/**
 * The real servers that tests and the local launcher run against, with nothing installed: PostgreSQL and a Kafka
 * broker, each a process of its own that can be stopped, killed and started again on the same port and data.
 */
package vn.cchc.platform.testing.server;

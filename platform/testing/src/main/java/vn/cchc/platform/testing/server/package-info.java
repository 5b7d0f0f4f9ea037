/**
 * The real servers for tests and the local launcher, without installation: PostgreSQL and a Kafka broker, each a
 * separate process that can be stopped, killed and restarted on the same port and data.
 */
package vn.cchc.platform.testing.server;

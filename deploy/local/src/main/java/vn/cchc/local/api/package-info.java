/** The services as a client sees them: addresses, tokens, requests. */
package vn.cchc.local.api;

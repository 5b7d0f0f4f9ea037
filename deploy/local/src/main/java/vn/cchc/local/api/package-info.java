/** Client view of the services: addresses, tokens, requests. */
package vn.cchc.local.api;

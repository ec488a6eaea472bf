/**
 * The request as arrays, what a tour costs, and why an order is on none. In: a request without
 * errors. Out: timed and priced tours. Knows no search and no framework.
 */
@NullMarked
package io.gemba.routes.model;

import org.jspecify.annotations.NullMarked;

/**
 * The request in minutes and indices. In: a request without errors. Out: employees, their days, the
 * duties they may do on each, and the demand those cover. Knows no search and no framework.
 */
@NullMarked
package io.gemba.rosters.model;

import org.jspecify.annotations.NullMarked;

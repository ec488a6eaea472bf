/**
 * Why a roster is as it is, by trying other ways and having the checker price them. In: request and
 * cells. Out: sentences, prices and the rules in the way.
 */
@NullMarked
package io.gemba.rosters.explain;

import org.jspecify.annotations.NullMarked;

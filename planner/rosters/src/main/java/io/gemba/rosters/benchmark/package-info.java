/**
 * The public benchmark families in their own formats. In: a file of Curtois's shift scheduling set
 * or of the first nurse rostering competition. Out: a problem for the engine, and an evaluator that
 * prices a roster from the file alone and shares no code with the engine.
 */
@NullMarked
package io.gemba.rosters.benchmark;

import org.jspecify.annotations.NullMarked;

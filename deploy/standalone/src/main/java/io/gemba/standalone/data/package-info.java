/**
 * What lies in the data folder and on the ports before anything starts: one owner at a time, one
 * data version, room on the disk, addresses that others can look up. In: settings. Out: a held
 * folder and settings whose ports are all known.
 */
@NullMarked
package io.gemba.standalone.data;

import org.jspecify.annotations.NullMarked;

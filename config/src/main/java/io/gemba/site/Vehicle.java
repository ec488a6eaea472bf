package io.gemba.site;

import java.io.Serializable;
import java.time.LocalTime;

/**
 * A van.
 *
 * @param id unique
 * @param name for people
 * @param depot place it starts and ends at
 * @param boxes most boxes
 * @param kilograms most weight
 * @param shiftStart earliest departure, local time
 * @param shiftEnd latest return, local time
 * @param fixedCents cost of using it on a day
 * @param centsPerKilometre cost of driving
 * @param centsPerHour cost of the driver and van on the road
 * @param centsPerLateMinute what a minute after a delivery window costs
 */
public record Vehicle(
    String id,
    String name,
    String depot,
    double boxes,
    double kilograms,
    LocalTime shiftStart,
    LocalTime shiftEnd,
    long fixedCents,
    long centsPerKilometre,
    long centsPerHour,
    long centsPerLateMinute)
    implements Serializable {}

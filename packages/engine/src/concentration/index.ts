export { summarisePlaces, type Places } from "./places.ts";
export { testConcentration, type ConcentrationTest, type TraitTest } from "./test-concentration.ts";

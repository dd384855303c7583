import type { ScenarioName, ScenarioSetting } from "../options.ts";
import { breakingNews } from "./breaking-news.ts";
import { camouflaged } from "./camouflaged.ts";
import { carrierNat } from "./carrier-nat.ts";
import { copyPasteHype } from "./copy-paste-hype.ts";
import type { ScenarioDefinition } from "./definition.ts";
import { dormantWoken } from "./dormant-woken.ts";
import { fanClub } from "./fan-club.ts";
import { framing } from "./framing.ts";
import { liveBloggers } from "./live-bloggers.ts";
import { liveRoomInflation } from "./live-room-inflation.ts";
import { massReporting } from "./mass-reporting.ts";
import { paraphraseArmy } from "./paraphrase-army.ts";
import { petition } from "./petition.ts";
import { reviewBombing } from "./review-bombing.ts";
import { scheduledFirm } from "./scheduled-firm.ts";
import { schoolAddress } from "./school-address.ts";
import { shareButton } from "./share-button.ts";
import { slowDrip } from "./slow-drip.ts";

/** Every scenario, with its nature, its words in both languages, and its defaults. Help texts are made from it. */
export const scenarioTable: Readonly<Record<ScenarioName, ScenarioDefinition>> = {
  copy_paste_hype: copyPasteHype,
  paraphrase_army: paraphraseArmy,
  slow_drip: slowDrip,
  camouflaged,
  review_bombing: reviewBombing,
  live_room_inflation: liveRoomInflation,
  mass_reporting: massReporting,
  dormant_woken: dormantWoken,
  framing,
  breaking_news: breakingNews,
  petition,
  fan_club: fanClub,
  share_button: shareButton,
  school_address: schoolAddress,
  carrier_nat: carrierNat,
  live_bloggers: liveBloggers,
  scheduled_firm: scheduledFirm,
};

/** One of each: the mixture of the demonstration. */
export const defaultScenarios: readonly ScenarioSetting[] = Object.keys(scenarioTable).map((name) => ({
  scenario: name as ScenarioName,
}));

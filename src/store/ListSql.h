#pragma once

#include <iterator>

/// Every query the task list and the search are made of. A test asks SQLite for the plan of each: none may
/// walk a table or sort by itself.
namespace naryad::store::sql {

/// The list by plan, within bounds ?1 (from) and ?2 (before) of the plan column.
inline constexpr const char *PlanDescending
    = "SELECT row, plan FROM task WHERE plan>=?1 AND plan<?2 ORDER BY plan DESC, row DESC";
inline constexpr const char *PlanAscending
    = "SELECT row, plan FROM task WHERE plan>=?1 AND plan<?2 ORDER BY plan, row";

inline constexpr const char *NumberDescending
    = "SELECT row FROM task ORDER BY number_sort DESC, plan DESC, row DESC";
inline constexpr const char *NumberAscending = "SELECT row FROM task ORDER BY number_sort, plan, row";

/// The tasks of one name or state (?3), within bounds as above.
inline constexpr const char *TemplateDescending
    = "SELECT row, plan FROM task WHERE template=?3 AND plan>=?1 AND plan<?2 ORDER BY plan DESC, row DESC";
inline constexpr const char *ContractorDescending
    = "SELECT row, plan FROM task WHERE contractor=?3 AND plan>=?1 AND plan<?2 ORDER BY plan DESC, row DESC";
inline constexpr const char *WorkerDescending
    = "SELECT row, plan FROM task WHERE worker=?3 AND plan>=?1 AND plan<?2 ORDER BY plan DESC, row DESC";
inline constexpr const char *StateDescending
    = "SELECT row, plan FROM task WHERE state=?3 AND plan>=?1 AND plan<?2 ORDER BY plan DESC, row DESC";
inline constexpr const char *ContractorAscending
    = "SELECT row, plan FROM task WHERE contractor=?3 AND plan>=?1 AND plan<?2 ORDER BY plan, row";
inline constexpr const char *WorkerAscending
    = "SELECT row, plan FROM task WHERE worker=?3 AND plan>=?1 AND plan<?2 ORDER BY plan, row";
inline constexpr const char *StateAscending
    = "SELECT row, plan FROM task WHERE state=?3 AND plan>=?1 AND plan<?2 ORDER BY plan, row";

inline constexpr const char *NamesAscending = "SELECT id FROM name WHERE kind=?1 ORDER BY sort, id";
inline constexpr const char *NamesDescending
    = "SELECT id FROM name WHERE kind=?1 ORDER BY sort DESC, id DESC";
inline constexpr const char *NamesOfId = "SELECT id FROM name WHERE kind=?1 AND service_id=?2";
inline constexpr const char *NameNotKnown
    = "SELECT id FROM name WHERE kind=?1 AND service_id='' AND text='' AND known=0";

inline constexpr const char *ChangedSince = "SELECT row FROM task WHERE usn>=?1";
inline constexpr const char *FeedSince = "SELECT min(usn) FROM feed_time WHERE time>=?1";
inline constexpr const char *Pending = "SELECT row FROM journal_row WHERE pending<>0";

/// What a filter looks at, of one row.
inline constexpr const char *FilterColumns
    = "SELECT plan, state, contractor, worker, usn, text_key, plan_end FROM task WHERE row=?1";
inline constexpr const char *IsPending = "SELECT 1 FROM journal_row WHERE row=?1 AND pending<>0";
/// What a sort looks at, of one row.
inline constexpr const char *SortColumns
    = "SELECT number_sort, template, contractor, worker, state, plan FROM task WHERE row=?1";

inline constexpr const char *CountPlan = "SELECT count(*) FROM task WHERE plan>=?1 AND plan<?2";
inline constexpr const char *CountWorker = "SELECT count(*) FROM task WHERE worker=?1";
inline constexpr const char *CountState = "SELECT count(*) FROM task WHERE state=?1";
inline constexpr const char *CountPlanPassed
    = "SELECT count(*) FROM task WHERE state=?1 AND plan_end>0 AND plan_end<?2";
inline constexpr const char *CountContractor = "SELECT count(*) FROM task WHERE contractor=?1";

/// The text index within bounds of the key, in the list's order by plan.
inline constexpr const char *FoundDescending
    = "SELECT rowid FROM task_fts WHERE task_fts MATCH ?1 AND rowid>=?2 AND rowid<=?3 ORDER BY rowid DESC";
inline constexpr const char *TextOfKey = "SELECT row, text FROM task_text WHERE key=?1";
inline constexpr const char *NumberIs
    = "SELECT row FROM task WHERE number_sort=?1 ORDER BY plan DESC, row DESC";
inline constexpr const char *PhoneEnds
    = "SELECT contractor_id, shown, length(reversed) FROM phone WHERE reversed>=?1 AND reversed<?2 ORDER BY "
      "reversed, contractor_id, shown";
inline constexpr const char *PhoneBegins
    = "SELECT contractor_id, shown, length(digits) FROM phone WHERE digits>=?1 AND digits<?2 ORDER BY "
      "digits, contractor_id, shown";
inline constexpr const char *PhoneInside = "SELECT rowid FROM phone_fts WHERE phone_fts MATCH ?1";
inline constexpr const char *PhoneShown = "SELECT contractor_id, shown, digits FROM phone WHERE row=?1";
inline constexpr const char *SampleText
    = "SELECT key, text FROM task_text WHERE key>=?1 ORDER BY key LIMIT ?2";

/// Rows as they are shown.
inline constexpr const char *RowShown = "SELECT service_id, loaded, state, plan, plan_end, number, template, "
                                        "contractor, worker FROM task WHERE row=?";
inline constexpr const char *RowLaid = "SELECT token, pending, card FROM journal_row WHERE row=?";
inline constexpr const char *RowBody = "SELECT body FROM task_body WHERE row=?";
inline constexpr const char *NameShown = "SELECT known, service_id, text FROM name WHERE id=?";
inline constexpr const char *ColourShown = "SELECT colour FROM template WHERE id=?";

/// All but tasks, by their texts.
inline constexpr const char *EntityFound
    = "SELECT rowid FROM entity_fts WHERE entity_fts MATCH ?1 ORDER BY rowid DESC";
inline constexpr const char *EntityText = "SELECT kind, id, text FROM entity WHERE row=?1";
inline constexpr const char *ContractorBegins
    = "SELECT id FROM contractor WHERE search>=?1 AND search<?2 ORDER BY search, id LIMIT ?3";
inline constexpr const char *ContractorShown
    = "SELECT name, parent_name, search, sort FROM contractor WHERE id=? AND gone=0";

/// What helps to fill in a task: the latest of a contractor's, by its name's number; a worker's (?3) that
/// begin within bounds of the plan.
inline constexpr const char *LastOfContractor
    = "SELECT row, plan FROM task WHERE contractor=?1 AND gone=0 ORDER BY plan DESC, row DESC";
inline constexpr const char *WorkersTasks = "SELECT row, plan, plan_end, state FROM task WHERE worker=?3 AND "
                                            "plan>=?1 AND plan<?2 ORDER BY plan, row";
inline constexpr const char *ContractorCard = "SELECT card FROM contractor WHERE id=?1 AND gone=0";

/// The first of a client's, as its card lists them.
inline constexpr const char *EquipmentIdsOf
    = "SELECT id FROM equipment WHERE contractor_id=?1 AND gone=0 ORDER BY sort, row LIMIT ?2";
/// The tree of clients: all that are not gone, each family together, by name within it.
inline constexpr const char *ContractorFamilies
    = "SELECT rowid, id, parent_id, sort FROM contractor WHERE gone=0 ORDER BY parent_id, sort, id";
inline constexpr const char *ContractorsBelow
    = "SELECT rowid FROM contractor WHERE parent_id=?1 AND gone=0 ORDER BY sort, id";
inline constexpr const char *ContractorRowShown
    = "SELECT id, name, parent_id, parent_name FROM contractor WHERE rowid=?1 AND gone=0";
inline constexpr const char *ContractorRowOfId = "SELECT rowid FROM contractor WHERE id=?1";
/// In the order of their ids.
inline constexpr const char *ContractorEntities = "SELECT row, id FROM entity WHERE kind=1 ORDER BY id";
inline constexpr const char *EquipmentOf
    = "SELECT id, name, card FROM equipment WHERE contractor_id=?1 AND gone=0 ORDER BY sort, row";
inline constexpr const char *CountOfContractor = "SELECT count(*) FROM task WHERE contractor=?1 AND gone=0";

/// Of the journal: open commands about clients, persons and phones; what made clients, among
/// the last ?1.
inline constexpr const char *ContractorsSaid
    = "SELECT entry FROM command WHERE state NOT IN ('sent','dropped') AND (instr(entry, "
      "'-contractor') > 0 OR instr(entry, '-subdivision\"') > 0) ORDER BY id";
inline constexpr const char *ContractorsSentLately
    = "SELECT entry FROM command WHERE id>(SELECT max(id) FROM command)-?1 AND state='sent' AND "
      "result_id<>'' AND subject='local:' || token AND (instr(entry, '\"create-contractor\"') > 0 OR "
      "instr(entry, '\"add-subdivision\"') > 0) ORDER BY id";

/// The catalogue of equipment.
inline constexpr const char *EquipmentBySerialAscending
    = "SELECT row FROM equipment WHERE gone=0 ORDER BY sort, row";
inline constexpr const char *EquipmentBySerialDescending
    = "SELECT row FROM equipment WHERE gone=0 ORDER BY sort DESC, row DESC";
inline constexpr const char *EquipmentByModelAscending
    = "SELECT row FROM equipment WHERE gone=0 ORDER BY model_sort, sort, row";
inline constexpr const char *EquipmentByModelDescending
    = "SELECT row FROM equipment WHERE gone=0 ORDER BY model_sort DESC, sort DESC, row DESC";
inline constexpr const char *EquipmentByOwnerAscending
    = "SELECT row FROM equipment WHERE gone=0 ORDER BY owner_sort, sort, row";
inline constexpr const char *EquipmentByOwnerDescending
    = "SELECT row FROM equipment WHERE gone=0 ORDER BY owner_sort DESC, sort DESC, row DESC";
inline constexpr const char *EquipmentByDescriptionAscending
    = "SELECT row FROM equipment WHERE gone=0 ORDER BY description_sort, sort, row";
inline constexpr const char *EquipmentByDescriptionDescending
    = "SELECT row FROM equipment WHERE gone=0 ORDER BY description_sort DESC, sort DESC, row DESC";
inline constexpr const char *EquipmentOfModelAscending
    = "SELECT row FROM equipment WHERE model_id=?1 AND gone=0 ORDER BY sort, row";
inline constexpr const char *EquipmentOfModelDescending
    = "SELECT row FROM equipment WHERE model_id=?1 AND gone=0 ORDER BY sort DESC, row DESC";
/// Every text, from an index alone.
inline constexpr const char *EquipmentTexts
    = "SELECT row, search FROM equipment INDEXED BY equipment_text WHERE gone=0";
inline constexpr const char *EquipmentCount = "SELECT count(*) FROM equipment WHERE gone=0";
inline constexpr const char *EquipmentOfModelCount
    = "SELECT count(*) FROM equipment WHERE model_id=?1 AND gone=0";
inline constexpr const char *EquipmentShown = "SELECT id, name, card FROM equipment WHERE row=?1";
inline constexpr const char *EquipmentRowOfId = "SELECT row FROM equipment WHERE id=?1";
inline constexpr const char *EquipmentModelOfId = "SELECT row FROM equipment_model WHERE id=?1";
inline constexpr const char *EquipmentModelsListed
    = "SELECT id, name FROM equipment_model WHERE gone=0 ORDER BY sort, row";
/// Of the journal: all that was said of equipment and models, the oldest first.
inline constexpr const char *EquipmentSaid = "SELECT entry FROM command INDEXED BY command_equipment WHERE "
                                             "instr(entry, '-equipment') > 0 ORDER BY id";

inline constexpr const char *All[] = {
    EquipmentIdsOf,
    EquipmentBySerialAscending,
    EquipmentBySerialDescending,
    EquipmentByModelAscending,
    EquipmentByModelDescending,
    EquipmentByOwnerAscending,
    EquipmentByOwnerDescending,
    EquipmentByDescriptionAscending,
    EquipmentByDescriptionDescending,
    EquipmentOfModelAscending,
    EquipmentOfModelDescending,
    EquipmentTexts,
    EquipmentCount,
    EquipmentOfModelCount,
    EquipmentShown,
    EquipmentRowOfId,
    EquipmentModelOfId,
    EquipmentModelsListed,

    ContractorFamilies,
    ContractorsBelow,
    ContractorRowShown,
    ContractorRowOfId,
    ContractorEntities,
    EquipmentOf,
    CountOfContractor,

    LastOfContractor,
    WorkersTasks,
    ContractorCard,
    RowShown,
    RowLaid,
    RowBody,
    NameShown,
    ColourShown,
    EntityFound,
    EntityText,
    ContractorBegins,
    ContractorShown,

    PlanDescending,
    PlanAscending,
    NumberDescending,
    NumberAscending,
    TemplateDescending,
    ContractorDescending,
    WorkerDescending,
    StateDescending,
    ContractorAscending,
    WorkerAscending,
    StateAscending,
    NamesAscending,
    NamesDescending,
    NamesOfId,
    NameNotKnown,
    ChangedSince,
    FeedSince,
    Pending,
    FilterColumns,
    IsPending,
    SortColumns,
    CountPlan,
    CountWorker,
    CountState,
    CountPlanPassed,
    CountContractor,
    FoundDescending,
    TextOfKey,
    NumberIs,
    PhoneEnds,
    PhoneBegins,
    PhoneInside,
    PhoneShown,
    SampleText,
};

} // namespace naryad::store::sql

#pragma once

#include "Wire.h"

#include <optional>

namespace naryad::sandbox {

class Company;

// One function a command, named after it. Each answers a request whose address, method and query have been
// checked; what the body may hold is its own affair.

Reply createTask(Company &company, const Ask &ask);
Reply updateTask(Company &company, const Ask &ask);
Reply getTask(Company &company, const Ask &ask);
Reply getTaskList(Company &company, const Ask &ask);
Reply addTemplateFieldsToTask(Company &company, const Ask &ask);
Reply removeTemplateFieldsFromTask(Company &company, const Ask &ask);
Reply createComment(Company &company, const Ask &ask);
Reply closeTask(Company &company, const Ask &ask);
Reply getTaskUpdates(Company &company, const Ask &ask);

Reply createContractor(Company &company, const Ask &ask);
Reply updateContractor(Company &company, const Ask &ask);
Reply getContractor(Company &company, const Ask &ask);
Reply getContractorByExternalId(Company &company, const Ask &ask);
Reply getContractorList(Company &company, const Ask &ask);
Reply addSubdivision(Company &company, const Ask &ask);
Reply updateSubdivision(Company &company, const Ask &ask);

Reply createContractorPerson(Company &company, const Ask &ask);
Reply updateContractorPerson(Company &company, const Ask &ask);
Reply getContractorPerson(Company &company, const Ask &ask);
Reply deleteContractorPerson(Company &company, const Ask &ask);
Reply createContractorPhone(Company &company, const Ask &ask);
Reply updateContractorPhone(Company &company, const Ask &ask);
Reply getContractorPhone(Company &company, const Ask &ask);
Reply deleteContractorPhone(Company &company, const Ask &ask);

Reply createTemplateField(Company &company, const Ask &ask);
Reply updateTemplateField(Company &company, const Ask &ask);
Reply getTemplateField(Company &company, const Ask &ask);
Reply getTemplateFieldList(Company &company, const Ask &ask);
Reply deleteTemplateField(Company &company, const Ask &ask);
Reply createTemplate(Company &company, const Ask &ask);
Reply updateTemplate(Company &company, const Ask &ask);
Reply getTemplate(Company &company, const Ask &ask);
Reply getTemplateList(Company &company, const Ask &ask);
Reply deleteTemplate(Company &company, const Ask &ask);

Reply getEmployeeList(Company &company, const Ask &ask);

Reply createEquipmentModel(Company &company, const Ask &ask);
Reply updateEquipmentModel(Company &company, const Ask &ask);
Reply getEquipmentModelList(Company &company, const Ask &ask);
Reply deleteEquipmentModel(Company &company, const Ask &ask);
Reply createEquipment(Company &company, const Ask &ask);
Reply updateEquipment(Company &company, const Ask &ask);
Reply getEquipment(Company &company, const Ask &ask);
Reply getEquipmentList(Company &company, const Ask &ask);
Reply deleteEquipment(Company &company, const Ask &ask);

Reply getUpdates(Company &company, const Ask &ask);

/// The whole truth for tests, outside the API: /sandbox/KIND?id=, counts, new-tasks, new?kind=; nullopt for
/// another path.
std::optional<Reply> inspect(const Company &company, const Ask &ask);

} // namespace naryad::sandbox

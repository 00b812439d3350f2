#pragma once

#include "core/Commands.h"

namespace naryad::test {

/// Things on the server that commands need: each of them stands, and may be changed or deleted.
struct World
{
    NamedRef worker;
    QString field; ///< of type 5, in no template
    QString valueId; ///< one of its values
    QString textField; ///< in the template
    QString taskTemplate;
    QString spareTemplate;
    QString contractor;
    QString externalId; ///< of the contractor
    QString subdivision;
    QString person;
    QString phone;
    QString model;
    QString spareModel; ///< of no equipment
    QString equipment;
    QString draft;
    QString sentTask;
};

/// One valid command of each of the 28 kinds on such a world, in the order of Command's alternatives. All
/// texts of what they make are "new", of what they change "changed".
QVector<Command> sampleCommands(const World &world);

/// The sample of the service's command of this name.
Command sampleCommand(const World &world, const QString &name);

/// A world whose ids are made up, for where no server is asked.
World paperWorld();

// What they are made of.
Known<NamedRef> reference(const QString &id);
ContractorBody contractorBody(const QString &name, const QString &externalId);
ListOption option(const QString &id, const QString &name);
TemplateFieldBody fieldBody(const QString &name, const QVector<ListOption> &values);
EquipmentModelBody modelBody(const QString &name);
EquipmentBody equipmentBody(const World &w, const QString &serial);

} // namespace naryad::test

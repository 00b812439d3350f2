#pragma once

#include "core/EquipmentList.h"
#include "widgets/FormWindows.h"

namespace naryad::ui {

/// The windows in which something is said about equipment and models: see FormWindows. Thread: the GUI's.
class EquipmentWindows : public FormWindows
{
    Q_OBJECT
public:
    /// The windows stand above `screen`, which outlives this.
    EquipmentWindows(Desk desk, QWidget *screen);

    void newModel();
    void editModel(const EquipmentModelRow &model);
    void deleteModel(const EquipmentModelRow &model);
    /// Of this model, where it is not nothing.
    void newEquipment(const NamedRef &model = {}, const NamedRef &owner = {});
    /// The piece as its card tells it.
    void edit(const EquipmentCard &card);
    void deleteEquipment(const EquipmentRow &piece);

protected:
    BegunForm *form(const Command &began, const QString &owner) const override;
    QString keyBegins() const override;
    QString nameIn(const QJsonObject &typed) const override;
    QString somethingWords() const override;
};

} // namespace naryad::ui

#pragma once

#include "Stored.h"

namespace naryad::sandbox {

/// A thing of which the service tells no more than an id and a name.
struct Named
{
    qint64 id = 0;
    QString name;
};

/// The small lists of the made-up company: the same for every size and seed.
struct Catalogue
{
    Catalogue();

    QVector<StoredEmployee> employees;
    QVector<StoredField> fields;
    QVector<StoredTemplate> templates;
    QVector<StoredModel> models;
    // What no command lists.
    QVector<Named> visits; ///< days a task may be planned for; the document's table is lost, it shows 2 alone
    QVector<Named> equipmentTypes;
    QVector<Named> makers;
    QVector<Named> equipmentFields;

    const StoredEmployee *employee(qint64 id) const;

private:
    void makeEmployees();
    void makeFields();
    void makeTemplates();
    void makeModels();
};

/// The element with this id, or null.
template <class T> const T *byId(const QVector<T> &list, qint64 id)
{
    for (const T &item : list) {
        if (item.id == id)
            return &item;
    }
    return nullptr;
}

} // namespace naryad::sandbox

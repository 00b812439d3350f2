#pragma once

// The examples of the vendor's document, section by section: every answer and every body it prints.
#include "SamplesContractor.h"
#include "SamplesEquipment.h"
#include "SamplesTask.h"
#include "SamplesTemplate.h"
#include "SamplesUpdates.h"
